const words = (text: string): readonly string[] => text.trim().split(/\s+/);

const javascript = words(`
  arguments as async await break case catch class const continue debugger default delete do else enum eval export
  extends false finally for from function get if implements import in instanceof interface let new null of package
  private protected public return set static super switch this throw true try typeof undefined var void while with
  yield Infinity Math NaN Object Function globalThis self window prototype
`);

/** Keywords, and the words the specification keeps for later (gpuweb.github.io/gpuweb/wgsl, 2025, 15.1 and 15.2). */
const wgsl = words(`
  alias break case const const_assert continue continuing default diagnostic discard else enable false fn for if let
  loop override requires return struct switch true var while
  NULL Self abstract active alignas alignof as asm asm_fragment async attribute auto await become cast catch class
  co_await co_return co_yield coherent column_major common compile compile_fragment concept const_cast consteval
  constexpr constinit crate debugger decltype delete demote demote_to_helper do dynamic_cast enum explicit export
  extends extern external fallthrough filter final finally friend from fxgroup get goto groupshared highp impl
  implements import inline instanceof interface layout lowp macro macro_rules match mediump meta mod module move mut
  mutable namespace new nil noexcept noinline nointerpolation non_coherent noncoherent noperspective null nullptr of
  operator package packoffset partial pass patch pixelfragment precise precision premerge priv protected pub public
  readonly ref regardless register reinterpret_cast require resource restrict self set shared sizeof smooth snorm
  static static_assert static_cast std subroutine super target template this thread_local throw trait try type typedef
  typeid typename typeof union unless unorm unsafe unsized use using varying virtual volatile wgsl where with writeonly
  yield
`);

/** Predeclared in WGSL: a variable of that name would hide what the kernels call. */
const predeclared = words(`
  bool f16 f32 i32 u32 array atomic ptr sampler vec2 vec3 vec4 vec2f vec3f vec4f vec2h vec3h vec4h vec2i vec3i vec4i
  vec2u vec3u vec4u mat2x2 mat2x3 mat2x4 mat3x2 mat3x3 mat3x4 mat4x2 mat4x3 mat4x4 mat2x2f mat2x3f mat2x4f mat3x2f
  mat3x3f mat3x4f mat4x2f mat4x3f mat4x4f function private workgroup uniform storage read write read_write vertex
  fragment compute all any arrayLength bitcast ceil clamp distance dot exp2 floor fma fract inverseSqrt isinf isnan
  length log2 mix normalize pow round saturate select smoothstep trunc workgroupBarrier storageBarrier
`);

/** Identifiers of the generated programs themselves. */
const own = words(`
  run runs path loss table slot slots gradient noise main update surface id count stride theta0 values constants
  offsets
`);

const reserved = new Set([
  ...javascript,
  ...wgsl,
  ...predeclared,
  ...own,
  // What every object of JavaScript inherits: constructor, toString, __proto__ ...
  ...Object.getOwnPropertyNames(Object.prototype),
]);

/** What hoist.ts calls the values it computes beforehand. */
export const hoistedPrefix = "hoisted_";

/** Whether a formula may not use this name because a target would read it otherwise. */
export const isReserved = (name: string): boolean => reserved.has(name) || name.startsWith(hoistedPrefix);
