/** As much of gifenc as is used; it comes without types. */
declare module "gifenc" {
  type Palette = readonly (readonly number[])[];
  export function quantize(rgba: Uint8ClampedArray, mostColours: number): Palette;
  export function GIFEncoder(): {
    /** `delay` in milliseconds; the first frame's palette holds for all that have none. */
    writeFrame(
      indices: Uint8Array,
      width: number,
      height: number,
      options: {
        readonly palette?: Palette;
        readonly delay: number;
        readonly transparent?: boolean;
        readonly transparentIndex?: number;
        /** 1 leaves the frame for the next. */
        readonly dispose?: number;
      },
    ): void;
    finish(): void;
    bytes(): Uint8Array;
  };
}
