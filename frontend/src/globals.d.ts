/** ISO codes of the countries whose provinces were put into geo/ when the bundle was built. */
declare const COUNTRIES: readonly string[];

declare module "*.css";

declare module "vis-timeline" {
  export class Timeline {
    constructor(container: HTMLElement, items: unknown, groups: unknown, options: object);
    on(event: string, callback: (properties: { items?: string[]; item?: string }) => void): void;
    zoomIn(percentage: number): void;
    zoomOut(percentage: number): void;
    getWindow(): { start: Date; end: Date };
    setWindow(start: Date | number, end: Date | number, options?: object): void;
    fit(): void;
    setSelection(ids: string | string[], options?: object): void;
    redraw(): void;
  }
}

declare module "vis-data" {
  export class DataSet<T> {
    constructor(items: T[]);
  }
}
