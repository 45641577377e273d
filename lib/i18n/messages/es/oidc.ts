import type { InOtherWords } from "../../shape";
import type { en } from "../en";

export const oidc: InOtherWords<typeof en.oidc> = {
  go: "Continuar con {name}",
  pending: "Abriendo {name} …",
};
