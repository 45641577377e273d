/**
 * Something that stops Hindsight from starting and that the person at the terminal can put right. The message is one
 * sentence that says what is wrong and what to do; it is printed without a stack.
 */
export class StartProblem extends Error {
  override readonly name = "StartProblem";
}
