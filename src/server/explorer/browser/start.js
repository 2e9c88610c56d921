/* global GraphiQL, React, ReactDOM */
// Starts GraphiQL with the tour that the page carries, and with the token of the box at the top.
import { Answers } from './answers.js';
import { Guide } from './guide.js';
import { TabNotes } from './tabs.js';

const { chapters, placeholders, tokens, namespace } = JSON.parse(document.getElementById('tour').textContent);
const chapter = Math.max(Number(new URLSearchParams(location.search).get('chapter')) - 1, 0) % chapters.length;
const { steps } = chapters[chapter];
const answers = new Answers(placeholders, namespace);
const notes = new TabNotes(`${namespace}:${chapter + 1}:`);
const token = document.getElementById('token');
const endpoint = new URL('/graphql', location.href);
const socket = new URL(endpoint);
socket.protocol = endpoint.protocol.replace('http', 'ws');

const send = GraphiQL.createFetcher({ url: endpoint.href, subscriptionUrl: socket.href });

/** HTTP takes the token as a header, a WebSocket the same header in its connection_init. The box "Headers" goes first. */
async function fetcher(request, options) {
  const headers = { ...authorizationOf(request.operationName), ...options?.headers };
  const answer = await send({ ...request, variables: answers.filled(request.variables) }, { ...options, headers });
  const note = noting(request.operationName);
  return Symbol.asyncIterator in answer ? notingAll(answer, note) : note(answer);
}

/** The token of the box; where it is empty, the one that the tour has come to. */
function authorizationOf(operationName) {
  const given = token.value.trim().replace(/^Bearer\s+/i, '');
  if (given !== '') return { authorization: `Bearer ${given}` };
  const placeholder = tokens[operationName];
  return placeholder === undefined ? {} : { authorization: `Bearer ${answers.filled(placeholder)}` };
}

const noting = (operationName) => (answer) => {
  answers.remember(answer?.data ?? {});
  if (answer?.data && !answer.errors) guide.answered(operationName);
  // On a phone it is below.
  document.querySelector('.graphiql-response').scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  return answer;
};

async function* notingAll(stream, note) {
  for await (const answer of stream) yield note(answer);
}

/** Opens the tab of a step. Each chapter is a page. */
function open(toChapter, name) {
  const tabs = [...document.querySelectorAll('.graphiql-tab-button')];
  const tab = toChapter === chapter ? tabs.find((one) => one.textContent === name) : undefined;
  if (tab !== undefined) return tab.click();
  const address = new URL(location.href);
  address.searchParams.set('chapter', String(toChapter + 1));
  address.hash = name;
  go(address);
}

function startOver() {
  answers.forget();
  for (const index of chapters.keys()) new TabNotes(`${namespace}:${index + 1}:`).clear();
  notes.end();
  const address = new URL(location.href);
  address.searchParams.delete('chapter');
  address.hash = '';
  go(address);
}

/** Also where the address is the same. */
function go(address) {
  history.pushState(null, '', address);
  location.reload();
}

const guide = new Guide(chapters, chapter, open, startOver);
const opened = notes.begin(steps, location.hash.slice(1) || undefined);
// The next reload shows the tab that was open, and not this one.
history.replaceState(null, '', location.pathname + location.search);
guide.opened(opened);
ReactDOM.createRoot(document.getElementById('explorer')).render(
  React.createElement(GraphiQL, {
    fetcher,
    defaultEditorToolsVisibility: 'variables',
    onTabChange: ({ tabs, activeTabIndex }) => guide.opened(tabs[activeTabIndex]?.operationName),
    schemaDescription: true,
    storage: notes,
  }),
);
