// Builds the browser's parts and lays the typeface where the PDF library looks for it.
// Sources: organizer/<slice>/assets/*.{ts,css}. Results: organizer/static/ and printables/fonts/.
import { copyFile, mkdir, readdir, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { build } from "esbuild";

const OUT = "organizer/static";
const FONTS = "printables/fonts";
const TYPEFACE = "node_modules/@expo-google-fonts/noto-sans-jp";
const READER = "zxing_reader.wasm";
const ENTRY = /\/assets\/[^/_][^/]*\.(ts|css)$/; // files with _ are parts of others

async function entryPoints() {
  const files = await readdir("organizer", { recursive: true });
  return files.filter((file) => ENTRY.test(file)).map((file) => join("organizer", file));
}

await mkdir(OUT, { recursive: true });
await mkdir(FONTS, { recursive: true });

const sources = await entryPoints();
await build({
  entryPoints: sources,
  outdir: OUT,
  entryNames: "[name]",
  bundle: true,
  minify: true,
  sourcemap: false,
  format: "iife",
  target: "es2022",
  logLevel: "warning",
});

await copyFile(join("node_modules/zxing-wasm/dist/reader", READER), join(OUT, READER));

// Only now, so that a running server never misses a file: what no source makes any more.
const results = sources.map((source) => basename(source).replace(/\.ts$/, ".js"));
const wanted = new Set([...results, READER]);
for (const file of await readdir(OUT)) {
  if (!wanted.has(file)) await rm(join(OUT, file), { recursive: true });
}

async function copyFont(source, name) {
  await copyFile(join(TYPEFACE, source), join(FONTS, name));
}

await copyFont("400Regular/NotoSansJP_400Regular.ttf", "NotoSansJP-Regular.ttf");
await copyFont("700Bold/NotoSansJP_700Bold.ttf", "NotoSansJP-Bold.ttf");
await copyFont("LICENSE_FONT", "LICENSE");
