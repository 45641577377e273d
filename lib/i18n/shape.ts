/** The same keys with texts in another language. That each text takes the same values is checked by `catalogues.test.ts`. */
export type InOtherWords<Texts> = {
  readonly [Key in keyof Texts]: Texts[Key] extends string ? string : InOtherWords<Texts[Key]>;
};
