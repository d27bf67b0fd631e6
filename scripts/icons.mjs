// node scripts/icons.mjs: the icons of the installed app in public/icons, made of app/icon.svg.
import { mkdirSync, readFileSync } from "node:fs";
import sharp from "sharp";

const directory = "public/icons";
const sign = readFileSync("app/icon.svg", "utf8");
mkdirSync(directory, { recursive: true });

for (const size of [192, 512]) {
  await draw(sign, size).toFile(`${directory}/icon-${size}.png`);
  await draw(maskable(), size).toFile(`${directory}/maskable-${size}.png`);
}

function draw(svg, size) {
  return sharp(Buffer.from(svg), { density: (72 * size) / 64 })
    .resize(size, size)
    .png({ compressionLevel: 9, palette: true });
}

/** Phones cut their own shape out: ground to the edges, the sign inside the safe circle of 80 %. */
function maskable() {
  const inner = sign.slice(sign.indexOf("<path"), sign.indexOf("</svg>"));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">
    <rect width="64" height="64" fill="#0f766e"/>
    <g transform="translate(32 32) scale(.84) translate(-32 -33.5)">${inner}</g>
  </svg>`;
}
