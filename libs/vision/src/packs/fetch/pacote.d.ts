declare module 'pacote' {
  interface Options {
    readonly registry?: string;
    readonly cache?: string;
    readonly integrity?: string;
  }
  const pacote: {
    extract(spec: string, folder: string, options?: Options): Promise<unknown>;
    tarball: {
      stream<T>(
        spec: string,
        use: (tarball: NodeJS.ReadableStream) => Promise<T>,
        options?: Options,
      ): Promise<T>;
    };
  };
  export default pacote;
}
