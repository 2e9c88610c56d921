/* global GraphiQL, React, ReactDOM */
// Starts GraphiQL with the tour that the page carries, and with the token of the box at the top.
const { tabs, namespace } = JSON.parse(document.getElementById('tour').textContent);
const token = document.getElementById('token');
const endpoint = new URL('/graphql', location.href);
const socket = new URL(endpoint);
socket.protocol = endpoint.protocol.replace('http', 'ws');

const send = GraphiQL.createFetcher({ url: endpoint.href, subscriptionUrl: socket.href });
/** The approval that an answer last spoke of. */
let pendingScaId;

/** HTTP takes the token as a header, a WebSocket the same header in its connection_init. The box "Headers" goes first. */
async function fetcher(request, options) {
  const given = token.value.trim().replace(/^Bearer\s+/i, '');
  const headers = { ...(given === '' ? {} : { authorization: `Bearer ${given}` }), ...options?.headers };
  const answer = await send(withScaId(request), { ...options, headers });
  return Symbol.asyncIterator in answer ? remembering(answer) : remembered(answer);
}

/** An empty scaId stands for that of the last ScaPending. */
function withScaId(request) {
  if (request.variables?.scaId !== '') return request;
  if (pendingScaId === undefined) throw new Error('No approval is pending yet: run the transfer in tab 3 first.');
  return { ...request, variables: { ...request.variables, scaId: pendingScaId } };
}

async function* remembering(answers) {
  for await (const answer of answers) yield remembered(answer);
}

function remembered(answer) {
  for (const result of Object.values(answer?.data ?? {})) {
    if (result?.__typename === 'ScaPending' && result.scaId) pendingScaId = result.scaId;
  }
  return answer;
}

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
