import { frame, line, wave } from "./svg.mjs";

const cream = "#fdf3e3";
const gold = "#f2b45c";

/** A cup that steams in warm light. */
export function coffee(at, of) {
  const glow = 0.9 + 0.1 * wave(at, of, 2);
  const defs = `
    <radialGradient id="room" cx="72%" cy="45%" r="85%">
      <stop offset="0" stop-color="#8a4f2a"/><stop offset="0.5" stop-color="#4a2716"/><stop offset="1" stop-color="#21110a"/>
    </radialGradient>
    <radialGradient id="light"><stop offset="0" stop-color="${gold}" stop-opacity="0.5"/><stop offset="1" stop-color="${gold}" stop-opacity="0"/></radialGradient>
    <linearGradient id="cup" x1="0" x2="1"><stop offset="0" stop-color="#fffaf0"/><stop offset="0.65" stop-color="#f3e2c9"/><stop offset="1" stop-color="#cfae88"/></linearGradient>
    <radialGradient id="brew" cy="40%"><stop offset="0" stop-color="#a9682f"/><stop offset="0.7" stop-color="#5d2f12"/><stop offset="1" stop-color="#3a1b09"/></radialGradient>
    <linearGradient id="steam" y1="1" y2="0" x2="0"><stop offset="0" stop-color="#fff" stop-opacity="0"/><stop offset="0.35" stop-color="#fff" stop-opacity="0.5"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></linearGradient>`;
  const text = { x: 96, at, of };
  return frame(
    defs,
    `<rect width="1280" height="720" fill="url(#room)"/>`,
    `<circle cx="925" cy="390" r="${390 * glow}" fill="url(#light)"/>`,
    beans(at, of),
    steam(at, of),
    cup(),
    line("Fresh coffee", { ...text, y: 268, size: 104, fill: cream, family: "serif" }),
    line("现磨咖啡", { ...text, y: 386, size: 92, fill: gold, family: "serif", delay: 0.15 }),
    line("Half price until ten", {
      ...text,
      y: 486,
      size: 40,
      fill: cream,
      delay: 0.3,
      weight: 500,
    }),
    line("十点前半价", { ...text, y: 544, size: 40, fill: cream, delay: 0.35, weight: 500 }),
  );
}

function cup() {
  return `
    <ellipse cx="925" cy="612" rx="262" ry="40" fill="#1a0c06" opacity="0.45"/>
    <ellipse cx="925" cy="592" rx="240" ry="38" fill="#e9d3b4"/><ellipse cx="925" cy="584" rx="240" ry="36" fill="#fff7ea"/>
    <ellipse cx="925" cy="582" rx="150" ry="20" fill="#dcc09a"/>
    <path d="M1080 400c96-22 128 104 6 130" fill="none" stroke="url(#cup)" stroke-width="30" stroke-linecap="round"/>
    <path d="M757 372c0 120 46 214 120 214h96c74 0 120-94 120-214z" fill="url(#cup)"/>
    <ellipse cx="925" cy="372" rx="168" ry="44" fill="#fffaf0"/><ellipse cx="925" cy="376" rx="150" ry="35" fill="url(#brew)"/>
    <path d="M925 400c-46-14-66-30-50-42 14-10 38-4 50 8 12-12 36-18 50-8 16 12-4 28-50 42z" fill="#f0d3a4"/>`;
}

function steam(at, of) {
  return [-62, 0, 62]
    .map((offset, index) => {
      const sway = (turns, phase) => 26 * wave(at, of, turns, phase + index * 2.1);
      const x = 925 + offset;
      const path = `M${x} 356C${x + sway(2, 0)} 300 ${x - 30 + sway(2, 1)} 260 ${x + sway(2, 2)} 206S${x + 30 + sway(2, 3)} 120 ${x + sway(2, 4)} 66`;
      return `<path d="${path}" fill="none" stroke="url(#steam)" stroke-width="${22 - index * 3}" stroke-linecap="round"/>`;
    })
    .join("");
}

function beans(at, of) {
  const places = [
    [640, 120, 30],
    [1180, 130, -40],
    [1210, 560, 70],
    [640, 640, 120],
    [520, 60, 80],
  ];
  return places
    .map(([x, y, angle], index) => {
      const lift = 12 * wave(at, of, 1, index * 1.3);
      const turn = angle + 8 * wave(at, of, 1, index);
      return `<g transform="translate(${x} ${y + lift}) rotate(${turn})" opacity="0.75"><ellipse rx="30" ry="20" fill="#2a1409"/><path d="M-26 0C-10-12 10 12 26 0" fill="none" stroke="#6d3d1e" stroke-width="4"/></g>`;
    })
    .join("");
}
