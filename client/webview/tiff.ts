import { decode, decodeImage, type IFD, toRGBA8 } from 'utif2';
import type { Opener } from './leaves';

// Loaded only when a TIFF is shown, as browsers know no such thing.

const open: Opener = async (bytes) => {
  const buffer = bytes.slice().buffer;
  // Small copies of the leaves, for lists, may stand among them.
  const leaves = decode(buffer).filter((each) => numberOf(each, 't256') > 0 && !(numberOf(each, 't254') & 1));
  if (leaves.length === 0) throw new Error('TIFF');
  const pixels = (leaf: number): ImageData => {
    const own = leaves[leaf];
    if (!own.data) decodeImage(buffer, own);
    return new ImageData(new Uint8ClampedArray(toRGBA8(own)), own.width, own.height);
  };
  return {
    count: leaves.length,
    labels: null,
    size: async (leaf) => ({ width: numberOf(leaves[leaf], 't256'), height: numberOf(leaves[leaf], 't257') }),
    async draw(leaf, canvas, width) {
      const whole = await createImageBitmap(pixels(leaf));
      canvas.width = Math.min(whole.width, Math.round(width));
      canvas.height = Math.round((canvas.width * whole.height) / whole.width);
      const context = canvas.getContext('2d');
      if (context) context.imageSmoothingQuality = 'high';
      context?.drawImage(whole, 0, 0, canvas.width, canvas.height);
      whole.close();
    },
    close: () => {},
  };
};

/** The first value of a tag. */
function numberOf(ifd: IFD, tag: string): number {
  const value = ifd[tag];
  return Array.isArray(value) ? Number(value[0]) : 0;
}

globalThis.galleyOpeners = { ...globalThis.galleyOpeners, tiff: open };
