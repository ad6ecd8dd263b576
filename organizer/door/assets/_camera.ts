// Reading QR codes from the camera or from a picture, with zxing (WebAssembly).
import { prepareZXingModule, type ReaderOptions, readBarcodes } from "zxing-wasm/reader";

const FRAME_WIDTH = 640; // pixels: enough for a badge at arm's length, and quick to read
const PHOTO_WIDTH = 1600;
const PAUSE = 100; // milliseconds between two frames
const READ: ReaderOptions = { formats: ["QRCode"], maxNumberOfSymbols: 1 };

/** Say where the WebAssembly lies; it is loaded when it is first needed. */
export function setReader(address: string): void {
  prepareZXingModule({ overrides: { locateFile: () => address } });
}

/** Show the camera in `video` and call `onText` with each code seen, until the returned function is called. */
export async function openCamera(
  video: HTMLVideoElement,
  onText: (text: string) => void,
): Promise<() => void> {
  const stream = await navigator.mediaDevices.getUserMedia({
    video: { facingMode: "environment" },
  });
  let open = true;
  const close = () => {
    open = false;
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  };
  try {
    video.srcObject = stream;
    await video.play();
    await prepareZXingModule({ fireImmediately: true });
  } catch (error) {
    close();
    throw error;
  }
  const canvas = document.createElement("canvas");
  const look = async () => {
    if (!open) return;
    const text = await readFrom(video, video.videoWidth, video.videoHeight, FRAME_WIDTH, canvas);
    if (open && text) onText(text);
    setTimeout(look, PAUSE);
  };
  void look();
  return close;
}

/** The text of the code in a picture file, or "" if there is none. */
export async function readPicture(file: File): Promise<string> {
  try {
    const picture = await createImageBitmap(file);
    const canvas = document.createElement("canvas");
    return await readFrom(picture, picture.width, picture.height, PHOTO_WIDTH, canvas);
  } catch {
    return "";
  }
}

async function readFrom(
  source: CanvasImageSource,
  width: number,
  height: number,
  widest: number,
  canvas: HTMLCanvasElement,
): Promise<string> {
  if (!width) return "";
  const scale = Math.min(1, widest / width);
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("This browser cannot draw on a canvas.");
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  const found = await readBarcodes(context.getImageData(0, 0, canvas.width, canvas.height), READ);
  return found[0]?.text ?? "";
}
