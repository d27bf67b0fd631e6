import { frame, line, polar, wave } from "./svg.mjs";

const ink = "#4a1206";

/** Slices of fruit that turn and drift in the sun. */
export function fruit(at, of) {
  const defs = `
    <linearGradient id="sky" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#ffe08a"/><stop offset="0.55" stop-color="#ffb45e"/><stop offset="1" stop-color="#ff7b5c"/></linearGradient>
    <radialGradient id="sun"><stop offset="0" stop-color="#fff8dc" stop-opacity="0.9"/><stop offset="1" stop-color="#fff8dc" stop-opacity="0"/></radialGradient>`;
  const orange = { rind: "#f97316", pith: "#ffe9c7", flesh: "#ff9d2e", line: "#ffd591" };
  const lime = { rind: "#3f9142", pith: "#eef9d8", flesh: "#9fd356", line: "#d6efa5" };
  const berry = { rind: "#c81e4a", pith: "#ffe1e6", flesh: "#ff5c7a", line: "#ffb3c0" };
  const text = { x: 92, at, of };
  return frame(
    defs,
    `<rect width="1280" height="720" fill="url(#sky)"/>`,
    `<circle cx="180" cy="110" r="430" fill="url(#sun)"/>`,
    slice(985, 385, 242, orange, at, of, { turns: 1, drift: 0 }),
    slice(1180, 130, 128, lime, at, of, { turns: -1, drift: 2 }),
    slice(1190, 640, 150, berry, at, of, { turns: 1, drift: 4 }),
    slice(640, 700, 84, lime, at, of, { turns: -1, drift: 1 }),
    slice(720, 60, 84, berry, at, of, { turns: 1, drift: 3 }),
    line("Summer fruit", { ...text, y: 290, size: 96, fill: ink }),
    line("当季鲜果", { ...text, y: 404, size: 92, fill: ink, delay: 0.15 }),
    line("Picked this morning", { ...text, y: 494, size: 40, fill: ink, delay: 0.3, weight: 500 }),
    line("今晨采摘", { ...text, y: 552, size: 40, fill: ink, delay: 0.35, weight: 500 }),
  );
}

function slice(x, y, radius, colours, at, of, { turns, drift }) {
  const dx = 14 * wave(at, of, 1, drift);
  const dy = 18 * wave(at, of, 1, drift + 1.5);
  // Ten segments look the same every 36 degrees: a tenth of a turn closes the loop.
  const angle = (at / of) * 36 * turns * 2;
  return `<g transform="translate(${x + dx} ${y + dy}) rotate(${angle})">
    <circle r="${radius}" fill="${colours.rind}"/><circle r="${radius * 0.92}" fill="${colours.pith}"/>
    ${segments(radius * 0.86, colours)}<circle r="${radius * 0.07}" fill="${colours.pith}"/></g>`;
}

function segments(radius, { flesh, line: vein }) {
  return Array.from({ length: 10 }, (_, index) => {
    const from = index * 36 + 2.5;
    const [x1, y1] = polar(radius, from);
    const [x2, y2] = polar(radius, from + 31);
    const [sx, sy] = polar(radius * 0.14, from + 15.5);
    const [mx, my] = polar(radius * 0.72, from + 15.5);
    const [nx, ny] = polar(radius * 0.4, from + 15.5);
    return `<path d="M${sx} ${sy}L${x1} ${y1}A${radius} ${radius} 0 0 1 ${x2} ${y2}Z" fill="${flesh}" stroke="${flesh}" stroke-width="${radius * 0.05}" stroke-linejoin="round"/><path d="M${mx} ${my}L${nx} ${ny}" stroke="${vein}" stroke-width="${radius * 0.03}" stroke-linecap="round"/>`;
  }).join("");
}
