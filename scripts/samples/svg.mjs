export const width = 1280;
export const height = 720;

const sans = "'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif";
const serif = "'Noto Serif CJK SC', 'Songti SC', serif";

export function frame(defs, ...layers) {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><defs>${defs}</defs>${layers.join("")}</svg>`;
}

/** A line of text that slides in after `delay` seconds and is gone for the loop's last moment. */
export function line(
  words,
  { x, y, size, fill, at, of, delay = 0, family = "sans", weight = 700 },
) {
  const arrived = easeOut(clamp((at - delay) / 0.45));
  const leaving = clamp((of - at) / 0.3);
  const shift = (1 - arrived) * 40;
  const font = family === "serif" ? serif : sans;
  return `<text x="${x}" y="${y + shift}" font-family="${font}" font-weight="${weight}" font-size="${size}" fill="${fill}" opacity="${(arrived * leaving).toFixed(3)}">${words}</text>`;
}

/** Goes round `turns` whole times in the loop, so the last frame leads to the first. */
export function wave(at, of, turns = 1, phase = 0) {
  return Math.sin((at / of) * turns * 2 * Math.PI + phase);
}

export function clamp(value) {
  return Math.min(1, Math.max(0, value));
}

export function easeOut(value) {
  return 1 - (1 - value) ** 3;
}

export function polar(radius, degrees) {
  const radians = (degrees * Math.PI) / 180;
  return [radius * Math.cos(radians), radius * Math.sin(radians)];
}
