import type { Size } from './leaves';

/** How large a leaf is shown: whole, as wide as the view, or at a scale (1 is 100 %). */
export type Zoom = 'whole' | 'width' | number;

const STEP = 1.25;
const [LEAST, MOST] = [0.05, 8];
const PAN = 60;

/** The view that a leaf is scrolled in: its size, its place, its keys and its mouse. */
export class View {
  private natural: Size = { width: 1, height: 1 };

  constructor(
    private readonly frame: HTMLElement,
    private readonly sheet: HTMLElement,
    private zoom: Zoom,
    /** Told after each change of the scale. */
    private readonly changed: (zoom: Zoom, scale: number) => void,
  ) {
    new ResizeObserver(() => this.lay()).observe(frame);
    frame.addEventListener('wheel', (event) => this.wheel(event), { passive: false });
    frame.addEventListener('pointerdown', (event) => this.drag(event));
  }

  /** Shows a leaf of this size from its top. */
  take(natural: Size): void {
    this.natural = natural;
    this.lay();
    this.frame.scrollTo(0, 0);
  }

  get scale(): number {
    if (typeof this.zoom === 'number') return this.zoom;
    const { clientWidth, clientHeight } = this.frame;
    const wide = clientWidth / this.natural.width;
    return this.zoom === 'width' ? wide : Math.min(wide, clientHeight / this.natural.height);
  }

  /** The place that keeps still is the view's middle, or what is under the mouse. */
  set(zoom: Zoom, x = this.frame.clientWidth / 2, y = this.frame.clientHeight / 2): void {
    const { frame, sheet } = this;
    const at = { x: (frame.scrollLeft + x) / sheet.offsetWidth, y: (frame.scrollTop + y) / sheet.offsetHeight };
    this.zoom = typeof zoom === 'number' ? Math.min(MOST, Math.max(LEAST, zoom)) : zoom;
    this.lay();
    frame.scrollTo(at.x * sheet.offsetWidth - x, at.y * sheet.offsetHeight - y);
  }

  /** What a key does here; false where it does nothing. */
  key({ key, shiftKey }: KeyboardEvent): boolean {
    const far = shiftKey ? 5 * PAN : PAN;
    const { frame } = this;
    const moves: Record<string, () => void> = {
      '+': () => this.set(this.scale * STEP),
      '=': () => this.set(this.scale * STEP),
      '-': () => this.set(this.scale / STEP),
      _: () => this.set(this.scale / STEP),
      '0': () => this.set('whole'),
      w: () => this.set('width'),
      W: () => this.set('width'),
      '1': () => this.set(1),
      ArrowUp: () => frame.scrollBy(0, -far),
      ArrowDown: () => frame.scrollBy(0, far),
      ArrowLeft: () => frame.scrollBy(-far, 0),
      ArrowRight: () => frame.scrollBy(far, 0),
      Home: () => frame.scrollTo(0, 0),
      End: () => frame.scrollTo(frame.scrollWidth, frame.scrollHeight),
      ' ': () => frame.scrollBy(0, (shiftKey ? -0.9 : 0.9) * frame.clientHeight),
    };
    moves[key]?.();
    return key in moves;
  }

  private lay(): void {
    const { scale, natural, sheet } = this;
    sheet.style.width = `${Math.round(natural.width * scale)}px`;
    sheet.style.height = `${Math.round(natural.height * scale)}px`;
    this.changed(this.zoom, scale);
  }

  /** A pinch on a touchpad comes as a wheel with Ctrl. */
  private wheel(event: WheelEvent): void {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const { left, top } = this.frame.getBoundingClientRect();
    this.set(this.scale * Math.exp(-event.deltaY / 300), event.clientX - left, event.clientY - top);
  }

  private drag(event: PointerEvent): void {
    if (event.button !== 0 || event.pointerType === 'touch') return;
    const { frame } = this;
    const from = { x: event.clientX + frame.scrollLeft, y: event.clientY + frame.scrollTop };
    frame.setPointerCapture(event.pointerId);
    frame.classList.add('dragged');
    const move = ({ clientX, clientY }: PointerEvent) => frame.scrollTo(from.x - clientX, from.y - clientY);
    const end = () => {
      frame.classList.remove('dragged');
      frame.removeEventListener('pointermove', move);
    };
    frame.addEventListener('pointermove', move);
    frame.addEventListener('lostpointercapture', end, { once: true });
  }
}
