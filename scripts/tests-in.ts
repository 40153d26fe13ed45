/** The tests of a file as its syntax has them, so that none in a comment counts, and whether each of them always runs. */

import * as v from 'valibot';
import { parseSync } from 'vite';

export interface TestInFile {
  /** With … in place of each expression. */
  readonly name: string;
  /** Stands under an `if`, a `?` or an `&&`. */
  readonly conditional: boolean;
}

export interface TestsInFile {
  readonly tests: readonly TestInFile[];
  /** Calls such as `describe.skipIf`, which leave out tests of this file. */
  readonly leftOut: readonly string[];
}

const Node = v.looseObject({ type: v.string() });
type Node = v.InferOutput<typeof Node>;

const TEST = /^(it|test)$/;
const ROOT = /^(it|test|describe|this|context|ctx)$/;
const LEAVES_OUT = /^(skip|skipIf|runIf|only|todo|fixme|fails?)$/;
const CONDITION = /^(IfStatement|ConditionalExpression|LogicalExpression|SwitchStatement)$/;

export function testsIn(file: string, text: string): TestsInFile {
  const tests: TestInFile[] = [];
  const leftOut: string[] = [];
  const look = (node: Node, conditional: boolean): void => {
    if (node.type === 'CallExpression') {
      const chain = chainOf(node);
      const [root = '', ...rest] = chain;
      if (ROOT.test(root) && rest.some((one) => LEAVES_OUT.test(one))) leftOut.push(chain.join('.'));
      const name = nameIn(node.arguments);
      if (TEST.test(root) && !rest.includes('describe') && name !== null) tests.push({ name, conditional });
    }
    const below = conditional || CONDITION.test(node.type);
    for (const child of childrenOf(node)) look(child, below);
  };
  const program = v.safeParse(Node, parseSync(file, text).program);
  if (program.success) look(program.output, false);
  return { tests, leftOut };
}

/** `it.each(…)(…)` is `it`, `each`. */
function chainOf(given: unknown): string[] {
  const { output: node, success } = v.safeParse(Node, given);
  if (!success) return [];
  switch (node.type) {
    case 'Identifier':
      return [String(node.name)];
    case 'ThisExpression':
      return ['this'];
    case 'MemberExpression':
      return [...chainOf(node.object), ...chainOf(node.property)];
    case 'CallExpression':
      return chainOf(node.callee);
    case 'TaggedTemplateExpression':
      return chainOf(node.tag);
    default:
      return [];
  }
}

const Name = v.union([
  v.pipe(
    v.object({ type: v.literal('Literal'), value: v.string() }),
    v.transform(({ value }) => value),
  ),
  v.pipe(
    v.object({
      type: v.literal('TemplateLiteral'),
      quasis: v.array(v.object({ value: v.object({ cooked: v.string() }) })),
    }),
    v.transform(({ quasis }) => quasis.map(({ value }) => value.cooked).join('…')),
  ),
]);

/** Of a call that is given more than a name, as a test is. */
function nameIn(args: unknown): string | null {
  const read = v.safeParse(v.looseTuple([Name, Node]), args);
  return read.success ? read.output[0] : null;
}

function childrenOf(node: Node): Node[] {
  return Object.values(node)
    .flat()
    .flatMap((value) => {
      const read = v.safeParse(Node, value);
      return read.success ? [read.output] : [];
    });
}
