// Builds the browser's parts and lays the typeface where the PDF library looks for it.
// Sources: organizer/<slice>/assets/*.{js,css}. Results: organizer/static/ and printables/fonts/.
import { copyFile, mkdir, readdir, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { build } from "esbuild";

const OUT = "organizer/static";
const FONTS = "printables/fonts";
const TYPEFACE = "node_modules/@expo-google-fonts/noto-sans-jp";

async function entryPoints() {
  const files = await readdir("organizer", { recursive: true });
  return files.filter((file) => /\/assets\/[^/_][^/]*\.(js|css)$/.test(file)).map((file) => join("organizer", file));
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

await copyFile("node_modules/zxing-wasm/dist/reader/zxing_reader.wasm", join(OUT, "zxing_reader.wasm"));

// Only now, so that a running server never misses a file: what no source makes any more.
const wanted = new Set([...sources.map((source) => basename(source)), "zxing_reader.wasm"]);
for (const file of await readdir(OUT)) if (!wanted.has(file)) await rm(join(OUT, file), { recursive: true });

await copyFile(join(TYPEFACE, "400Regular/NotoSansJP_400Regular.ttf"), join(FONTS, "NotoSansJP-Regular.ttf"));
await copyFile(join(TYPEFACE, "700Bold/NotoSansJP_700Bold.ttf"), join(FONTS, "NotoSansJP-Bold.ttf"));
await copyFile(join(TYPEFACE, "LICENSE_FONT"), join(FONTS, "LICENSE"));
