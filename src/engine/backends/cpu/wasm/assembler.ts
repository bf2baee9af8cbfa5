import {
  blockInstructions,
  constantInstructions,
  laneInstructions,
  memoryInstructions,
  memoryLaneInstructions,
  namingInstructions,
  plainInstructions,
  shuffleInstructions,
} from "./instructions";

/** An instruction by its name in WebAssembly's text format, with what follows it. */
export type Instruction =
  | keyof typeof plainInstructions
  | keyof typeof blockInstructions
  | readonly [keyof typeof namingInstructions, string]
  | readonly [keyof typeof memoryInstructions, offset: number]
  | readonly [keyof typeof memoryLaneInstructions, offset: number, lane: number]
  | readonly [keyof typeof laneInstructions, number]
  | readonly [keyof typeof constantInstructions, number]
  | readonly [keyof typeof shuffleInstructions, readonly [number, number, number, number]]
  | readonly ["br_if", depth: number];

/** Instructions in the order in which they run. */
export type Code = readonly Instruction[];

const types = { i32: 0x7f, f32: 0x7d, f64: 0x7c, v128: 0x7b } as const;
export type Type = keyof typeof types;

/** What a function takes and gives. */
export type Signature = { readonly params: Readonly<Record<string, Type>>; readonly result?: Type };

/** A function by the name others call it and it is exported by. */
export type Fn = Signature & {
  readonly name: string;
  readonly locals?: Readonly<Record<string, Type>>;
  readonly body: Code;
};

/**
 * The bytes of a module that works on the memory imported as env.memory and exports all its functions. Those it imports
 * are of module env, too.
 */
export function assemble(
  fns: readonly Fn[],
  imports: Readonly<Record<string, Signature>> = {},
): Uint8Array<ArrayBuffer> {
  const signatures = [...Object.values(imports), ...fns];
  const places = new Map(
    [...Object.keys(imports), ...fns.map(({ name }) => name)].map((name, i) => [name, i]),
  );
  const memory = [...text("env"), ...text("memory"), 0x02, 0x00, 0x01];
  const imported = Object.keys(imports).map((name, i) => [
    ...text("env"),
    ...text(name),
    0x00,
    ...unsigned(i),
  ]);
  const sections: [id: number, entries: readonly (readonly number[])[]][] = [
    [1, signatures.map(typeBytes)],
    [2, [memory, ...imported]],
    [3, fns.map((_, i) => unsigned(imported.length + i))],
    [7, fns.map(({ name }) => [...text(name), 0x00, ...unsigned(places.get(name)!)])],
    [10, fns.map((fn) => sized(functionBytes(fn, places)))],
  ];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...sections.flatMap(([id, entries]) => [id, ...sized([...unsigned(entries.length), ...entries.flat()])]),
  ]);
}

function functionBytes({ params, locals = {}, body }: Fn, functions: ReadonlyMap<string, number>): number[] {
  const variables = new Map([...Object.keys(params), ...Object.keys(locals)].map((name, i) => [name, i]));
  const declared = Object.values(locals).map((type) => [1, types[type]]);
  const code = body.flatMap((instruction) => instructionBytes(instruction, variables, functions));
  return [...unsigned(declared.length), ...declared.flat(), ...code, plainInstructions.end];
}

const voidType = 0x40;

/** Throws on a name that nothing has. */
function instructionBytes(
  instruction: Instruction,
  variables: ReadonlyMap<string, number>,
  functions: ReadonlyMap<string, number>,
): number[] {
  if (typeof instruction === "string")
    return has(blockInstructions, instruction)
      ? [blockInstructions[instruction], voidType]
      : opcode(plainInstructions[instruction]);
  const [name, operand, lane] = instruction;
  if (name === "br_if") return [0x0d, ...unsigned(operand)];
  if (has(shuffleInstructions, name)) {
    const lanes = (operand as readonly number[]).flatMap((from) =>
      [0, 1, 2, 3].map((byte) => 4 * from + byte),
    );
    return [...opcode(shuffleInstructions[name]), ...lanes];
  }
  if (has(namingInstructions, name)) {
    const place = (name === "call" ? functions : variables).get(operand as string);
    if (place === undefined) throw new Error(`nothing is called ${String(operand)}`);
    return [namingInstructions[name], ...unsigned(place)];
  }
  const value = operand as number;
  if (has(constantInstructions, name))
    return [...opcode(constantInstructions[name]), ...constant[name](value)];
  if (has(laneInstructions, name)) return [...opcode(laneInstructions[name]), value];
  // Alignment is a hint that changes nothing; 0 promises none.
  if (has(memoryInstructions, name)) return [...opcode(memoryInstructions[name]), 0, ...unsigned(value)];
  return [...opcode(memoryLaneInstructions[name]), 0, ...unsigned(value), lane!];
}

const has = <T extends object>(table: T, name: PropertyKey): name is keyof T => Object.hasOwn(table, name);

const opcode = (code: number) => (code < 0x100 ? [code] : [0xfd, ...unsigned(code - 0x100)]);

const constant: Readonly<Record<keyof typeof constantInstructions, (value: number) => number[]>> = {
  "i32.const": signed,
  "f32.const": (value) => bytesOf(Float32Array.of(value)),
  "f64.const": (value) => bytesOf(Float64Array.of(value)),
  "f32x4.const": (value) => bytesOf(new Float32Array(4).fill(value)),
  "i32x4.const": (value) => bytesOf(new Uint32Array(4).fill(value)),
};

/** Little-endian, as all machines with a browser are. */
const bytesOf = ({ buffer }: Float32Array | Float64Array | Uint32Array) => [...new Uint8Array(buffer)];

const typeBytes = ({ params, result }: Signature) => {
  const taken = Object.values(params).map((type) => types[type]);
  return [0x60, ...sized(taken), ...sized(result ? [types[result]] : [])];
};

const text = (name: string) => sized([...new TextEncoder().encode(name)]);

/** Bytes after their number. */
const sized = (bytes: readonly number[]) => [...unsigned(bytes.length), ...bytes];

/** A whole number from 0 in LEB128. */
function unsigned(value: number): number[] {
  const [low, rest] = [value % 128, Math.floor(value / 128)];
  return rest > 0 ? [low + 128, ...unsigned(rest)] : [low];
}

/** A whole number within 32 bits in LEB128. */
function signed(value: number): number[] {
  const [low, rest] = [value & 127, value >> 7];
  const isLast = rest === (low & 64 ? -1 : 0);
  return isLast ? [low] : [low + 128, ...signed(rest)];
}
