// What holds for the twin whatever is on the screen.
import assert from 'node:assert/strict';

export function checkTwin(nodes, { width, height }, what) {
  const keys = nodes.map(({ key }) => key);
  assert.equal(new Set(keys).size, keys.length, `${what}: a key stands twice`);
  for (const { role, name, rect } of nodes) {
    const inside = rect.left >= -0.6 && rect.top >= -0.6 && rect.left + rect.width <= width + 0.6 && rect.top + rect.height <= height + 0.6;
    assert.ok(inside, `${what}: ${role} «${name}» at ${JSON.stringify(rect)} is outside the canvas`);
  }
  assert.ok(nodes.filter(({ focused }) => focused).length <= 1, `${what}: the focus is at several places`);
  const grid = nodes.find(({ role }) => role === 'treegrid');
  if (!grid) return;
  const parents = new Map(nodes.map(({ key, parent }) => [key, parent]));
  const isInGrid = ({ key }) => {
    for (let at = parents.get(key); at; at = parents.get(at)) if (at === grid.key) return true;
    return false;
  };
  const stops = nodes.filter((node) => node.tabIndex >= 0 && node.focusable && isInGrid(node));
  const rows = nodes.filter(({ role, rowIndex }) => role === 'row' && rowIndex > 1);
  assert.equal(stops.length, rows.length > 0 ? 1 : 0, `${what}: stops of the Tab key in the rows: ${stops.map(({ name }) => name).join('; ')}`);
}
