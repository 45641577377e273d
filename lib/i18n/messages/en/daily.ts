export const daily = {} as const;
