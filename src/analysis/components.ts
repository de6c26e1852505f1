/** A directed graph: the edges of node `i` are those from `start[i]` up to `start[i + 1]`; `end` holds their far ends. */
export interface Graph {
  readonly start: Int32Array;
  readonly end: Int32Array;
}

/** Strongly connected components, numbered so that an edge between two components leads to the lower number. */
export interface Components {
  readonly of: Int32Array;
  /** Nodes by component: those of component `c` are `members[c]`. */
  readonly members: readonly (readonly number[])[];
}

/** Finds the strongly connected components of a graph, without recursion (Tarjan 1972). */
export function componentsOf(graph: Graph, allows: (edge: number) => boolean = () => true): Components {
  const { start, end } = graph;
  const count = start.length - 1;
  const of = new Int32Array(count).fill(-1);
  const order = new Int32Array(count).fill(-1);
  const low = new Int32Array(count);
  const cursor = new Int32Array(count);
  const members: number[][] = [];
  const path: number[] = [];
  const open: number[] = [];
  let seen = 0;

  const enter = (node: number): void => {
    order[node] = low[node] = seen++;
    cursor[node] = start[node] ?? 0;
    path.push(node);
    open.push(node);
  };
  const close = (root: number): void => {
    const group = open.splice(open.lastIndexOf(root));
    for (const member of group) of[member] = members.length;
    members.push(group);
  };
  const leave = (node: number): void => {
    path.pop();
    const parent = path.at(-1);
    if (parent !== undefined) low[parent] = Math.min(low[parent] ?? 0, low[node] ?? 0);
    if (low[node] === order[node]) close(node);
  };

  for (let first = 0; first < count; first++) {
    if (order[first] === -1) enter(first);
    for (let node = path.at(-1); node !== undefined; node = path.at(-1)) {
      const edge = cursor[node] ?? 0;
      if (edge >= (start[node + 1] ?? 0)) {
        leave(node);
        continue;
      }
      cursor[node] = edge + 1;
      if (!allows(edge)) continue;
      const next = end[edge] ?? 0;
      if (order[next] === -1) enter(next);
      else if (of[next] === -1) low[node] = Math.min(low[node] ?? 0, order[next] ?? 0);
    }
  }
  return { of, members };
}
