// What sigma asks of a graph. This one never changes, so it can do without all that changes a graph and watches it.
export function still(nodes, lines) {
  const dots = new Map(nodes.map((node) => [node.key, node.dot])), strokes = new Map(lines.map((line) => [line.key, line]));
  const never = () => { throw new Error("the graph of the picture does not change"); };
  return {
    multi: true, order: nodes.length, on() {}, removeListener() {}, addUndirectedEdgeWithKey: never, dropNode: never,
    nodes: () => [...dots.keys()], edges: () => [...strokes.keys()], hasNode: (key) => dots.has(key), hasEdge: (key) => strokes.has(key),
    forEachNode(act) { for (const [key, dot] of dots) act(key, dot); },
    forEachEdge(act) { for (const [key, { shape }] of strokes) act(key, shape); },
    getNodeAttributes: (key) => dots.get(key), getEdgeAttributes: (key) => strokes.get(key).shape,
    extremities(key) { const { source, target } = strokes.get(key); return [source.key, target.key]; },
  };
}
