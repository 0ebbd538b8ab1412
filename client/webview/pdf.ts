import { AnnotationMode, getDocument, PDFWorker, type RenderTask } from 'pdfjs-dist';
import type { Opener, Parts } from './leaves';

// Loaded only when a PDF is shown. Everything that PDF.js would fetch is handed to it: the page may load nothing.

const CSS_UNITS = 96 / 72;

/** In place of a table of other scripts' codes, which are not packaged: most fonts that name one do without it. */
const NO_TABLE = { cMapData: new TextEncoder().encode('begincmap\nendcmap\n'), isCompressed: false };

let worker: Promise<Worker> | undefined;

const workerOf = async (parts: Parts): Promise<Worker> => {
  const code = await parts('pdf.worker.js');
  return new Worker(URL.createObjectURL(new Blob([code as BlobPart], { type: 'text/javascript' })));
};

const open: Opener = async (bytes, parts) => {
  worker ??= workerOf(parts);
  const task = getDocument({
    data: bytes,
    worker: PDFWorker.create({ port: await worker }),
    isEvalSupported: false,
    enableXfa: false,
    useWorkerFetch: false,
    useSystemFonts: true,
    CMapReaderFactory: class {
      fetch = ({ name }: { name: string }) =>
        parts(`${name}.bcmap`).then(
          (cMapData) => ({ cMapData, isCompressed: true }),
          () => NO_TABLE,
        );
    },
    WasmFactory: class {
      fetch = ({ filename }: { filename: string }) => parts(filename);
    },
    StandardFontDataFactory: class {
      fetch = ({ filename }: { filename: string }) => parts(filename);
    },
  });
  const document = await task.promise;
  let drawing: RenderTask | undefined;
  return {
    count: document.numPages,
    labels: await document.getPageLabels().catch(() => null),
    async size(leaf) {
      const { width, height } = (await document.getPage(leaf + 1)).getViewport({ scale: CSS_UNITS });
      return { width, height };
    },
    async draw(leaf, canvas, width) {
      drawing?.cancel();
      const page = await document.getPage(leaf + 1);
      const viewport = page.getViewport({ scale: width / page.getViewport({ scale: 1 }).width });
      canvas.width = Math.round(viewport.width);
      canvas.height = Math.round(viewport.height);
      const own = page.render({ canvas, viewport, annotationMode: AnnotationMode.DISABLE });
      drawing = own;
      try {
        await own.promise;
      } catch (error) {
        if (own !== drawing) throw new DOMException('', 'AbortError');
        throw error;
      }
    },
    close: () => void task.destroy(),
  };
};

globalThis.galleyOpeners = { ...globalThis.galleyOpeners, pdf: open };
