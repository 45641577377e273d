import { hashToken } from "@/lib/ids";

/** In which session, and of which clinic. */
interface SearchPlace {
  readonly sessionToken: string;
  readonly clinicId: string;
}

/** A name that is searched for as a browser keeps it: of use in this session and this clinic only. */
export function keptSearch(name: string, place: SearchPlace): string {
  return `${Buffer.from(name, "utf8").toString("base64url")}.${markOf(place)}`;
}

/** The name, empty where none is kept, or one of another session or clinic. */
export function searchKept(kept: string | undefined, place: SearchPlace): string {
  const [name = "", mark] = kept?.split(".") ?? [];
  return mark === markOf(place) ? Buffer.from(name, "base64url").toString("utf8") : "";
}

function markOf({ sessionToken, clinicId }: SearchPlace): string {
  return hashToken(`${clinicId} ${sessionToken}`);
}
