/* global GraphiQL, React, ReactDOM */
// Starts GraphiQL with the tour that the page carries, and with the token of the box at the top.
const { tabs, placeholders, tokens, namespace } = JSON.parse(document.getElementById('tour').textContent);
const token = document.getElementById('token');
const endpoint = new URL('/graphql', location.href);
const socket = new URL(endpoint);
socket.protocol = endpoint.protocol.replace('http', 'ws');

const send = GraphiQL.createFetcher({ url: endpoint.href, subscriptionUrl: socket.href });
/** What answers have said, by the word that stands for it: CARD_ID for `card { id }`, SCA_ID for `scaId`. */
const known = new Map();

/** HTTP takes the token as a header, a WebSocket the same header in its connection_init. The box "Headers" goes first. */
async function fetcher(request, options) {
  const headers = { ...authorizationOf(request.operationName), ...options?.headers };
  const answer = await send({ ...request, variables: filled(request.variables) }, { ...options, headers });
  return Symbol.asyncIterator in answer ? remembering(answer) : remembered(answer);
}

/** The token of the box; where it is empty, the one that the tour has come to. */
function authorizationOf(operationName) {
  const given = token.value.trim().replace(/^Bearer\s+/i, '');
  if (given !== '') return { authorization: `Bearer ${given}` };
  const placeholder = tokens[operationName];
  return placeholder === undefined ? {} : { authorization: `Bearer ${filled(placeholder)}` };
}

function filled(value) {
  if (typeof value === 'string') return placeholders.includes(value) ? valueOf(value) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(filled);
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, filled(inner)]));
}

function valueOf(placeholder) {
  if (known.has(placeholder)) return known.get(placeholder);
  const error = new Error(
    `${placeholder} is not known yet. An answer of an earlier tab has it, or a message on the phone: then write it into the variables.`,
  );
  // It would be shown.
  error.stack = undefined;
  throw error;
}

async function* remembering(answers) {
  for await (const answer of answers) yield remembered(answer);
}

function remembered(answer) {
  remember(answer?.data ?? {}, '');
  return answer;
}

/** Of a list, the first. The ids of a ConsumerPayload are those of its consumer. */
function remember(value, field) {
  const parent = /^(\w+)Payload$/.exec(value.__typename)?.[1].toLowerCase() ?? field;
  for (const [name, inner] of Object.entries(value)) {
    if (typeof inner === 'string') {
      known.set(wordOf(name), inner);
      known.set(wordOf(`${parent}_${name}`), inner);
    } else if (Array.isArray(inner)) remember({ [parent.replace(/s$/, '')]: inner[0] }, '');
    else if (typeof inner === 'object' && inner !== null) remember(inner, name);
  }
}

const wordOf = (name) => name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

ReactDOM.createRoot(document.getElementById('explorer')).render(
  React.createElement(GraphiQL, {
    fetcher,
    defaultTabs: tabs,
    defaultEditorToolsVisibility: 'variables',
    storage: {
      // What was typed stays with this upstream: ids of one bank mean nothing to another.
      getItem: (key) => localStorage.getItem(`${namespace}:${key}`),
      setItem: (key, value) => localStorage.setItem(`${namespace}:${key}`, value),
      removeItem: (key) => localStorage.removeItem(`${namespace}:${key}`),
      clear: () => localStorage.clear(),
      get length() {
        return localStorage.length;
      },
    },
  }),
);
