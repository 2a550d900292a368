/** An object as a bucket lists it, by its name there. */
export interface Listed {
  readonly name: string;
  readonly byteLength: number;
  readonly modifiedAt: string;
}
