declare module 'heic-decode' {
  interface HeicImage {
    readonly width: number;
    readonly height: number;
    readonly data: Uint8ClampedArray;
  }
  export default function decode(options: { buffer: Uint8Array }): Promise<HeicImage>;
}
