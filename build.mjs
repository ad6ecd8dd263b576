// Builds the browser's parts and lays the typeface where the PDF library looks for it.
// Sources: organizer/<slice>/assets/*.{js,css}. Results: organizer/static/ and printables/fonts/.
import { copyFile, mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";

const OUT = "organizer/static";
const FONTS = "printables/fonts";
const TYPEFACE = "node_modules/@expo-google-fonts/noto-sans-jp";

async function entryPoints() {
  const files = await readdir("organizer", { recursive: true });
  return files.filter((file) => /\/assets\/[^/_][^/]*\.(js|css)$/.test(file)).map((file) => join("organizer", file));
}

await rm(OUT, { recursive: true, force: true });
await mkdir(OUT, { recursive: true });
await mkdir(FONTS, { recursive: true });

await build({
  entryPoints: await entryPoints(),
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
await copyFile(join(TYPEFACE, "400Regular/NotoSansJP_400Regular.ttf"), join(FONTS, "NotoSansJP-Regular.ttf"));
await copyFile(join(TYPEFACE, "700Bold/NotoSansJP_700Bold.ttf"), join(FONTS, "NotoSansJP-Bold.ttf"));
await copyFile(join(TYPEFACE, "LICENSE_FONT"), join(FONTS, "LICENSE"));
