import { type LeafFacts, leafOf } from '../scan/leaf';
import type { FromPage, Heading, Kept, ToPage } from '../scan/messages';
import type { Leaves, Opener } from './leaves';
import { View, type Zoom } from './view';

// The page of the panel with the original: shows what it is sent, enlarges and moves it, and tells what was pressed.

interface State {
  readonly kept?: Kept;
  readonly zoom?: Zoom;
}
declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): State | undefined;
  setState(state: State): void;
};

const editor = acquireVsCodeApi();
const element = (id: string): HTMLElement => document.getElementById(id) as HTMLElement;
const [frame, sheet, nothing] = [element('frame'), element('sheet'), element('nothing')];
const { nonce = '', pdf = '', tiff = '' } = document.body.dataset;
const scripts = { pdf, tiff };

/** Pixels that a canvas may have: more than a broadsheet at 300 dpi needs half of. */
const MOST_PIXELS = 40e6;
/** Zooming rests so long before a leaf is drawn sharp again. */
const REST_MS = 150;

let state: State = editor.getState() ?? {};
const keep = (more: State): void => {
  state = { ...state, ...more };
  editor.setState(state);
};

/** The page of the text that is to be shown: while a file is read, another of its pages may be asked for. */
let wanted: LeafFacts | undefined;
let open: { readonly leaves: Leaves; leaf: number } | undefined;
let turn = 0;
let resting: ReturnType<typeof setTimeout> | undefined;

const view = new View(frame, sheet, state.zoom ?? 'width', (zoom, scale) => {
  keep({ zoom });
  element('scale').textContent = `${Math.round(scale * 100)} %`;
  for (const name of ['whole', 'width']) element(name).setAttribute('aria-pressed', String(zoom === name));
  clearTimeout(resting);
  resting = setTimeout(() => void draw().catch(failed), REST_MS);
});

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if ('part' in data) return arrived(data.part, data.bytes);
  head(data.heading);
  if (data.show !== 'nothing') wanted = data.leaf;
  if (data.show === 'same') return void turnToWanted(turn).catch(failed);
  const own = ++turn;
  frame.hidden = data.show === 'nothing';
  nothing.hidden = data.show !== 'nothing';
  element('tools').hidden = data.show === 'nothing';
  if (data.show === 'nothing') {
    close();
    nothing.innerHTML = data.html;
    return;
  }
  void show(data, own).catch((error) => own === turn && failed(error));
});

async function show(data: Extract<ToPage, { bytes: Uint8Array; leaf: object }>, own: number): Promise<void> {
  frame.setAttribute('aria-busy', 'true');
  if (data.show === 'picture') await picture(data.bytes, data.type, own);
  else {
    const leaves = await (await opener(data.show))(data.bytes, part);
    if (own !== turn) return leaves.close();
    close();
    open = { leaves, leaf: -1 };
    await turnToWanted(own);
  }
  if (own === turn) frame.removeAttribute('aria-busy');
}

async function picture(bytes: Uint8Array, type: string, own: number): Promise<void> {
  const image = new Image();
  const url = URL.createObjectURL(new Blob([bytes as BlobPart], { type }));
  image.src = url;
  image.alt = '';
  image.draggable = false;
  try {
    await image.decode();
  } finally {
    URL.revokeObjectURL(url);
  }
  if (own !== turn) return;
  close();
  sheet.replaceChildren(image);
  view.take({ width: image.naturalWidth, height: image.naturalHeight });
}

async function turnToWanted(own: number): Promise<void> {
  if (!open || !wanted) return;
  const leaf = leafOf(wanted, open.leaves.count, open.leaves.labels);
  if (open.leaf === leaf) return;
  const size = await open.leaves.size(leaf);
  if (own !== turn || !open) return;
  open.leaf = leaf;
  view.take(size);
  await draw();
}

/** Draws the leaf as sharp as it is shown, in place of the one that was drawn for another scale. */
async function draw(): Promise<void> {
  clearTimeout(resting);
  if (!open || open.leaf < 0) return;
  const { leaves, leaf } = open;
  const { width, height } = await leaves.size(leaf);
  const most = Math.sqrt(MOST_PIXELS * (width / height));
  const wanted = Math.min(most, width * view.scale * devicePixelRatio);
  const canvas = document.createElement('canvas');
  await leaves.draw(leaf, canvas, Math.max(1, wanted));
  if (open?.leaves === leaves && open.leaf === leaf) sheet.replaceChildren(canvas);
}

function close(): void {
  open?.leaves.close();
  open = undefined;
}

function failed(error: unknown): void {
  if (error instanceof DOMException && error.name === 'AbortError') return;
  editor.postMessage({ failed: error instanceof Error ? error.message : String(error) });
}

function head({ page, spoken, file, hasPrevious, hasNext, kept }: Heading): void {
  element('page').textContent = page;
  element('file').textContent = file;
  element('spoken').textContent = spoken;
  frame.setAttribute('aria-label', spoken);
  (element('previous') as HTMLButtonElement).disabled = !hasPrevious;
  (element('next') as HTMLButtonElement).disabled = !hasNext;
  keep({ kept });
}

/** Loads a script of ours that only some files need. */
async function opener(kind: 'pdf' | 'tiff'): Promise<Opener> {
  if (!globalThis.galleyOpeners?.[kind])
    await new Promise<void>((resolve, reject) => {
      const script = document.createElement('script');
      Object.assign(script, {
        nonce,
        src: scripts[kind],
        onload: () => resolve(),
        onerror: () => reject(new Error(kind)),
      });
      document.head.append(script);
    });
  const found = globalThis.galleyOpeners?.[kind];
  if (!found) throw new Error(kind);
  return found;
}

const awaited = new Map<string, ((bytes: Uint8Array | null) => void)[]>();
function part(name: string): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const told = (bytes: Uint8Array | null) => (bytes ? resolve(bytes) : reject(new Error(name)));
    awaited.set(name, [...(awaited.get(name) ?? []), told]);
    editor.postMessage({ part: name });
  });
}
function arrived(name: string, bytes: Uint8Array | null): void {
  for (const told of awaited.get(name) ?? []) told(bytes && new Uint8Array(bytes));
  awaited.delete(name);
}

const presses: Record<string, () => void> = {
  in: () => view.key(new KeyboardEvent('keydown', { key: '+' })),
  out: () => view.key(new KeyboardEvent('keydown', { key: '-' })),
  whole: () => view.set('whole'),
  width: () => view.set('width'),
};
document.body.addEventListener('click', ({ target }) => {
  const act = (target as Element).closest<HTMLElement>('[data-act]')?.dataset.act ?? '';
  if (act in presses) presses[act]();
  else if (act) editor.postMessage({ act } as FromPage);
});

window.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const onButton = event.target instanceof HTMLButtonElement && (event.key === ' ' || event.key === 'Enter');
  if (onButton) return;
  const turned = ({ PageUp: 'previous', PageDown: 'next' } as const)[event.key];
  if (turned) editor.postMessage({ act: turned });
  if (turned || (!frame.hidden && view.key(event))) event.preventDefault();
});

editor.postMessage({ ready: true });
