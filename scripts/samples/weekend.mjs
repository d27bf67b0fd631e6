import { frame, height, line, wave, width } from "./svg.mjs";

/** A street at dusk: hills pass by, windows light up, a price tag swings. */
export function weekend(at, of) {
  const defs = `
    <linearGradient id="dusk" x2="0" y2="1"><stop offset="0" stop-color="#0b2f3f"/><stop offset="0.55" stop-color="#146b6c"/><stop offset="1" stop-color="#f3a76a"/></linearGradient>
    <radialGradient id="moon"><stop offset="0" stop-color="#fff3cf"/><stop offset="0.35" stop-color="#fff3cf" stop-opacity="0.95"/><stop offset="0.38" stop-color="#fff3cf" stop-opacity="0.25"/><stop offset="1" stop-color="#fff3cf" stop-opacity="0"/></radialGradient>`;
  const text = { x: 92, at, of };
  return frame(
    defs,
    `<rect width="${width}" height="${height}" fill="url(#dusk)"/>`,
    stars(at, of),
    `<circle cx="${1010 + 10 * wave(at, of)}" cy="210" r="230" fill="url(#moon)"/>`,
    hills(at, of, { y: 560, size: 46, colour: "#0f5a60", laps: 1, waves: 2 }),
    town(at, of),
    hills(at, of, { y: 650, size: 30, colour: "#0a3a45", laps: 1, waves: 3 }),
    tag(at, of),
    line("New this weekend", { ...text, y: 220, size: 84, fill: "#ffffff" }),
    line("本周末上新", { ...text, y: 336, size: 92, fill: "#ffd98a", delay: 0.15 }),
    line("Come in and try it on", {
      ...text,
      y: 424,
      size: 38,
      fill: "#e6fbf7",
      delay: 0.3,
      weight: 500,
    }),
    line("欢迎进店试穿", { ...text, y: 478, size: 38, fill: "#e6fbf7", delay: 0.35, weight: 500 }),
  );
}

function hills(at, of, { y, size, colour, laps, waves }) {
  const phase = (at / of) * laps * 2 * Math.PI;
  const points = Array.from({ length: 65 }, (_, index) => {
    const x = (index * width) / 64;
    return `${x} ${(y - size * Math.sin((x / width) * waves * 2 * Math.PI + phase)).toFixed(1)}`;
  });
  return `<path d="M0 ${height}L${points.join("L")}L${width} ${height}Z" fill="${colour}"/>`;
}

function town(at, of) {
  const houses = [
    [60, 90, 96],
    [160, 70, 110],
    [240, 110, 84],
    [540, 80, 140],
    [630, 100, 110],
    [742, 66, 175],
    [1150, 90, 130],
  ];
  return houses
    .map(([x, wide, tall], house) => {
      const top = 625 - tall;
      const panes = Array.from({ length: Math.floor(tall / 34) * 2 }, (_, pane) => {
        const lit = wave(at, of, 1, house * 1.7 + pane * 2.3) > -0.1;
        const px = x + wide * (pane % 2 === 0 ? 0.2 : 0.58);
        return `<rect x="${px}" y="${top + 14 + Math.floor(pane / 2) * 32}" width="${wide * 0.22}" height="17" rx="2" fill="${lit ? "#ffd98a" : "#155a63"}"/>`;
      });
      return `<rect x="${x}" y="${top}" width="${wide}" height="${tall + 60}" rx="4" fill="#0c4852"/>${panes.join("")}`;
    })
    .join("");
}

function stars(at, of) {
  return Array.from({ length: 26 }, (_, index) => {
    const x = (index * 397) % width;
    const y = (index * 173) % 300;
    const shine = 0.35 + 0.35 * wave(at, of, 2, index);
    return `<circle cx="${x}" cy="${y}" r="${1.4 + (index % 3)}" fill="#ffffff" opacity="${shine.toFixed(2)}"/>`;
  }).join("");
}

function tag(at, of) {
  const swing = 7 * wave(at, of, 2);
  return `<g transform="translate(1010 -30) rotate(${swing})">
    <path d="M0 0V250" stroke="#fff3cf" stroke-width="4"/>
    <path d="M-120 300L-70 240H70L120 300V560a22 22 0 0 1-22 22H-98a22 22 0 0 1-22-22Z" fill="#e4572e"/>
    <circle cy="274" r="15" fill="#fff3cf"/>
    <text text-anchor="middle" y="418" font-family="'Noto Sans CJK SC', sans-serif" font-weight="800" font-size="72" fill="#ffffff">−30%</text>
    <text text-anchor="middle" y="510" font-family="'Noto Sans CJK SC', sans-serif" font-weight="700" font-size="54" fill="#ffe3b0">低至七折</text></g>`;
}
