/** What a PromQL expression asks for. */
export interface Asked {
  readonly metrics: readonly string[];
  /** Names of labels that it selects or groups by. */
  readonly labels: readonly string[];
  /** Label values that it compares with as a whole. */
  readonly values: readonly string[];
}

const words = new Set(['by', 'without', 'on', 'ignoring', 'and', 'or', 'unless', 'bool', 'offset', 'group_left']);

/** Reads as much of PromQL as dashboards and alert rules here are written in. */
export function askedIn(expression: string): Asked {
  const selected = [...expression.matchAll(/(\w+)\s*(?:=~|!~|!=|=)\s*"([^"]*)"/g)];
  const grouped = [...expression.matchAll(/\b(?:by|without|on|ignoring)\s*\(([^)]*)\)/g)];
  const rest = expression
    .replace(/\{[^}]*\}|\[[^\]]*\]/g, '')
    .replace(/\b(?:by|without|on|ignoring)\s*\([^)]*\)/g, '')
    .matchAll(/[a-zA-Z_:][\w:]*(?!\w)(?!\s*\()/g);
  return {
    metrics: [...new Set([...rest].map(([name]) => name).filter((name) => !words.has(name)))],
    labels: [
      ...selected.map(([, name = '']) => name),
      ...grouped.flatMap(([, names = '']) => names.split(',').flatMap((name) => name.trim() || [])),
    ],
    values: selected.map(([, , value = '']) => value).filter((value) => /^[A-Z_]+$/.test(value)),
  };
}
