// Which tabs GraphiQL has, and which of them is open: it takes both from what it noted when the page was left.

/** Where GraphiQL notes things. What was typed stays with its tour and chapter, and with its upstream. */
export class TabNotes {
  #prefix;
  #isOver = false;

  constructor(prefix) {
    this.#prefix = prefix;
  }

  getItem(key) {
    return localStorage.getItem(this.#prefix + key);
  }
  setItem(key, value) {
    if (!this.#isOver) localStorage.setItem(this.#prefix + key, value);
  }
  removeItem(key) {
    localStorage.removeItem(this.#prefix + key);
  }
  clear() {
    for (const key of Object.keys(localStorage)) if (key.startsWith(this.#prefix)) localStorage.removeItem(key);
  }
  get length() {
    return localStorage.length;
  }

  /** No more is noted on this page: GraphiQL does so a little after a change, which would be too late. */
  end() {
    this.#isOver = true;
  }

  /** Opens the tabs of these steps, or those of the last time, at the step of this name. Returns what the open tab runs. */
  begin(steps, name) {
    const last = JSON.parse(this.getItem('graphiql:tabState') ?? 'null');
    const tabs = last?.tabs ?? steps.map(tabOf);
    let active = name === undefined ? (last?.activeTabIndex ?? 0) : tabs.findIndex((tab) => tab.operationName === name);
    const step = steps.find((one) => one.name === name);
    // Somebody has closed it.
    if (active === -1 && step !== undefined) active = tabs.push(tabOf(step)) - 1;
    const open = tabs[active] ?? tabs[0];
    this.setItem('graphiql:tabState', JSON.stringify({ tabs, activeTabIndex: tabs.indexOf(open) }));
    // GraphiQL looks for the tab with these.
    for (const part of ['query', 'variables', 'headers']) this.setItem(`graphiql:${part}`, open[part] ?? '');
    return open.operationName;
  }
}

function tabOf({ name, query, variables = null }) {
  return { id: name, title: name, operationName: name, query, variables, headers: null, response: null, hash: null };
}
