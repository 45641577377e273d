import { LOCALE_DEFAULT } from "@/lib/format/number";
import { en } from "./messages/en";
import { type Catalogue, type TextKey, type Words, wordsFrom } from "./translate";

/** The words of what is written in English for everybody: the command line, and the sentences of the API. */
export const ENGLISH: Words = wordsFrom<TextKey<Catalogue>>(LOCALE_DEFAULT, en);
