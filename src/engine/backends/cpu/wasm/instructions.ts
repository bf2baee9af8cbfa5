/** Bytes of the instructions we use (webassembly.github.io/spec, Binary Format); a vector instruction's are 0x100 + its number. */
export const plainInstructions = {
  end: 0x0b,
  else: 0x05,
  drop: 0x1a,
  select: 0x1b,
  "i32.eqz": 0x45,
  "i32.eq": 0x46,
  "i32.ne": 0x47,
  "i32.lt_u": 0x49,
  "i64.eqz": 0x50,
  "f32.eq": 0x5b,
  "f32.ne": 0x5c,
  "i32.ctz": 0x68,
  "i32.add": 0x6a,
  "i32.sub": 0x6b,
  "i32.mul": 0x6c,
  "i32.shl": 0x74,
  "f32.add": 0x92,
  "f32.sub": 0x93,
  "f32.mul": 0x94,
  "f32.div": 0x95,
  "f64.add": 0xa0,
  "f64.sub": 0xa1,
  "f32.convert_i32_u": 0xb3,
  "f32.demote_f64": 0xb6,
  "f64.promote_f32": 0xbb,
  "f32x4.splat": 0x113,
  "f32x4.eq": 0x141,
  "f32x4.lt": 0x143,
  "f32x4.gt": 0x144,
  "f32x4.ge": 0x146,
  "v128.and": 0x14e,
  "v128.andnot": 0x14f,
  "v128.or": 0x150,
  "v128.bitselect": 0x152,
  "v128.any_true": 0x153,
  "f64x2.promote_low_f32x4": 0x15f,
  "f32x4.floor": 0x168,
  "i32x4.extend_low_i16x8_u": 0x1a9,
  "i32x4.extend_high_i16x8_u": 0x1aa,
  "f32x4.convert_i32x4_s": 0x1fa,
  "i32x4.bitmask": 0x1a4,
  "i32x4.shl": 0x1ab,
  "i32x4.add": 0x1ae,
  "f32x4.abs": 0x1e0,
  "f32x4.neg": 0x1e1,
  "f32x4.sqrt": 0x1e3,
  "f32x4.add": 0x1e4,
  "f32x4.sub": 0x1e5,
  "f32x4.mul": 0x1e6,
  "f32x4.div": 0x1e7,
  "f32x4.min": 0x1e8,
  "f32x4.max": 0x1e9,
  "f32x4.pmin": 0x1ea,
  "f32x4.pmax": 0x1eb,
  "f64x2.add": 0x1f0,
  "f64x2.mul": 0x1f2,
} as const;

/** Instructions that begin what an `end` closes; none of them leaves a value. */
export const blockInstructions = { loop: 0x03, if: 0x04 } as const;

/** Instructions followed by the name of a local or a function. */
export const namingInstructions = {
  "local.get": 0x20,
  "local.set": 0x21,
  "local.tee": 0x22,
  call: 0x10,
} as const;

/** Instructions followed by the bytes to be added to the address on the stack. */
export const memoryInstructions = {
  "i32.load": 0x28,
  "i64.load": 0x29,
  "f32.load": 0x2a,
  "i32.load8_u": 0x2d,
  "i32.store": 0x36,
  "f32.store": 0x38,
  "i32.store8": 0x3a,
  "v128.load": 0x100,
  "v128.load8x8_u": 0x102,
  "v128.load32_splat": 0x109,
  "v128.store": 0x10b,
  "v128.load32_zero": 0x15c,
  "v128.load64_zero": 0x15d,
} as const;

/** The same, and which of a vector's numbers is meant. */
export const memoryLaneInstructions = {
  "v128.load32_lane": 0x156,
  "v128.store32_lane": 0x15a,
  "v128.store64_lane": 0x15b,
} as const;

/** Instructions followed by which of a vector's numbers is meant. */
export const laneInstructions = {
  "f32x4.extract_lane": 0x11f,
  "f32x4.replace_lane": 0x120,
  "f64x2.extract_lane": 0x121,
} as const;

/** Instructions followed by a number; those for vectors repeat it. */
export const constantInstructions = {
  "i32.const": 0x41,
  "f32.const": 0x43,
  "f64.const": 0x44,
  "f32x4.const": 0x10c,
  "i32x4.const": 0x10c,
} as const;

/** The numbers of two vectors in a new order: four places, 0 to 3 in the first, 4 to 7 in the second. */
export const shuffleInstructions = { "f32x4.shuffle": 0x10d } as const;
