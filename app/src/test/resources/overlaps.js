/* global document */
/* eslint max-lines-per-function: off */
// What is wrong with the labels of the charts on a page: two that overlap, one under a line, one that is cut off.
async () => {
  const charts = [...document.querySelectorAll('.canvas')];
  if (charts.length === 0) return [];
  const { getInstanceByDom } = await import('/web/vendor/echarts-6.1.0-apache-2.0.mjs');
  const INK = 0.8;

  /** The corners of the ink of a text, which may be slanted: the height that ECharts assumes depends on the fonts. */
  const cornersOf = (text) => {
    const { x, y, width, height } = text.getBoundingRect();
    const m = text.transform ?? [1, 0, 0, 1, 0, 0];
    const half = (INK * Number(/([\d.]+)px/.exec(text.style.font)[1])) / 2;
    const [left, right, top, bottom] = [x + 1, x + width - 1, y + height / 2 - half, y + height / 2 + half];
    return [
      [left, top],
      [right, top],
      [right, bottom],
      [left, bottom],
    ].map(([a, b]) => [m[0] * a + m[2] * b + m[4], m[1] * a + m[3] * b + m[5]]);
  };

  const span = (corners, [x, y]) => {
    const places = corners.map(([a, b]) => a * x + b * y);
    return [Math.min(...places), Math.max(...places)];
  };
  const sides = (corners) =>
    corners.map(([x, y], i) => [corners[(i + 1) % corners.length][1] - y, x - corners[(i + 1) % corners.length][0]]);

  /** Two convex shapes meet unless a side of one separates them. */
  const meet = (one, other) =>
    [...sides(one), ...sides(other)].every((axis) => {
      const [from, to] = span(one, axis);
      const [begin, end] = span(other, axis);
      return from < end && begin < to;
    });

  const segments = (line) => {
    const points = [...line.shape.points];
    const m = line.transform ?? [1, 0, 0, 1, 0, 0];
    const at = (i) => [m[0] * points[i] + m[2] * points[i + 1] + m[4], m[1] * points[i] + m[3] * points[i + 1] + m[5]];
    const found = [];
    for (let i = 2; i < points.length; i += 2) found.push([at(i - 2), at(i)]);
    return found.filter((ends) => ends.flat().every(Number.isFinite));
  };

  const wrongOf = (canvas) => {
    const title = canvas.closest('section').querySelector('h2').textContent;
    const drawn = getInstanceByDom(canvas).getZr().storage.getDisplayList(true);
    const texts = drawn
      .map((each, place) => ({ each, place }))
      .filter(
        ({ each }) =>
          each.type === 'tspan' && !each.invisible && each.style.text.trim() !== '' && each.style.opacity !== 0,
      )
      .map(({ each, place }) => ({ place, words: each.style.text, label: each.parent, corners: cornersOf(each) }));
    const lines = drawn
      .map((each, place) => ({ each, place }))
      .filter(({ each }) => each.type === 'ec-polyline' && each.style.lineWidth > 0)
      .flatMap(({ each, place }) => segments(each).map((ends) => ({ place, ends })));
    const wrong = [];
    texts.forEach((one, i) => {
      texts
        .slice(i + 1)
        .filter((other) => other.label !== one.label && meet(one.corners, other.corners))
        .forEach((other) => wrong.push(`"${one.words}" and "${other.words}" overlap`));
      if (lines.some((line) => line.place > one.place && meet(one.corners, line.ends))) {
        wrong.push(`"${one.words}" is under a line`);
      }
      if (/(\.\.\.|…)$|^[-−]0([.]0+)?( %)?$/.test(one.words)) {
        wrong.push(`"${one.words}" is cut off or no number`);
      }
    });
    return wrong.map((each) => `${title}: ${each}`);
  };
  return charts.flatMap(wrongOf);
};
