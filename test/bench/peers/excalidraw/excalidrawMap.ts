import { plainMap } from '../../canvas/plain/plainMap';

const heights = { card: 88, track: 14 } as const;

/** What every element has; nothing is drawn as if by hand, which would cost more. */
const plainStyle = {
  angle: 0,
  strokeColor: '#1b1f2a',
  backgroundColor: '#ffffff',
  fillStyle: 'solid',
  strokeWidth: 1,
  strokeStyle: 'solid',
  roughness: 0,
  opacity: 100,
  groupIds: [],
  frameId: null,
  roundness: null,
  seed: 1,
  version: 1,
  versionNonce: 1,
  isDeleted: false,
  updated: 1,
  link: null,
  locked: false,
} as const;

/**
 * The map of the plain page as elements of Excalidraw: a rectangle with its text for each card and system, a bound arrow
 * for each line. Arrows lie below, so that a press on a card takes the card.
 */
export function excalidrawElements(size: number): readonly object[] {
  const { nodes, edges } = plainMap(size);
  const boxes = new Map(
    nodes.map(({ id, type, position, data }) => [
      id,
      { ...position, width: data.width, height: heights[type], data, bound: [] as object[] },
    ]),
  );
  const arrows = edges.flatMap(({ id, source, target }) => {
    const [from, to] = [boxes.get(source), boxes.get(target)];
    if (!from || !to) return [];
    from.bound.push({ id, type: 'arrow' });
    to.bound.push({ id, type: 'arrow' });
    const x = from.x + from.width;
    const y = from.y + from.height / 2;
    const end = [to.x - x, to.y + to.height / 2 - y] as const;
    return {
      ...plainStyle,
      id,
      type: 'arrow',
      x,
      y,
      width: Math.abs(end[0]),
      height: Math.abs(end[1]),
      points: [[0, 0], end],
      startBinding: { elementId: source, focus: 0, gap: 1 },
      endBinding: { elementId: target, focus: 0, gap: 1 },
      startArrowhead: null,
      endArrowhead: 'arrow',
      elbowed: false,
    };
  });
  const cards = [...boxes].flatMap(([id, { x, y, width, height, data, bound }]) => {
    const text = [data.channel, data.title, data.owner].filter((line) => line !== '').join('\n');
    const textId = `${id}-text`;
    return [
      {
        ...plainStyle,
        id,
        type: 'rectangle',
        x,
        y,
        width,
        height,
        boundElements: [{ id: textId, type: 'text' }, ...bound],
      },
      {
        ...plainStyle,
        id: textId,
        type: 'text',
        x: x + 8,
        y: y + 8,
        width: width - 16,
        height: height - 16,
        text,
        originalText: text,
        fontSize: 13,
        fontFamily: 2,
        lineHeight: 1.25,
        textAlign: 'left',
        verticalAlign: 'top',
        containerId: id,
        autoResize: false,
      },
    ];
  });
  return [...arrows, ...cards];
}
