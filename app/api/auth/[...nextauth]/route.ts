import NextAuth from "next-auth";
import { authOptions } from "@/lib/auth/options";

type Handler = (request: Request, context: { params: Promise<{ nextauth: string[] }> }) => Promise<Response>;

// The options are made per request: settings are read when they are needed, not when the module loads.
const handler: Handler = (request, context) => {
  // next-auth types its handler as any; this is the shape it documents for route handlers.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const serve = NextAuth(authOptions()) as Handler;
  return serve(request, context);
};

export { handler as GET, handler as POST };
