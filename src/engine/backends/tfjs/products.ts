import * as tf from "@tensorflow/tfjs-core";

/**
 * Images [B, inputs] by each run's weights [K, inputs, units], as one product of matrices: tfjs multiplies those several
 * times faster than stacks of them. Shape [K, B, units].
 */
export function sharedProduct(images: tf.Tensor2D, weights: tf.Tensor3D): tf.Tensor3D {
  return runsFirst(tf.matMul(images, abreast(weights)), weights.shape[0]);
}

/**
 * Maps [B, h, w, channels] that all runs look at, by the filters [K, size * size * channels, units] of all runs as if they
 * were one's. Shape [K, B * h' * w', units].
 */
export function sharedConvolution(maps: tf.Tensor4D, weights: tf.Tensor3D, size: number): tf.Tensor3D {
  const filters: tf.Tensor4D = tf.reshape(abreast(weights), [size, size, maps.shape[3], -1]);
  return runsFirst(tf.conv2d(maps, filters, 1, "valid"), weights.shape[0]);
}

/** Each run's maps, of [K * B, h, w, channels], by its own filters. Shape [K, B * h' * w', units]. */
export function ownConvolutions(maps: tf.Tensor4D, weights: tf.Tensor3D, size: number): tf.Tensor3D {
  const [runs, , units] = weights.shape;
  const [, height, width, channels] = maps.shape;
  const own = eachOf(tf.reshape(maps, [runs, -1, height, width, channels])) as tf.Tensor4D[];
  const filters = eachOf(tf.reshape(weights, [runs, size, size, channels, units])) as tf.Tensor4D[];
  const seen = own.map((maps, run) => tf.conv2d(maps, filters[run]!, 1, "valid"));
  return tf.reshape(tf.stack(seen), [runs, -1, units]);
}

/** The parts of a tensor along its first axis. Where there is one, tfjs has no gradient for its unstacking. */
const eachOf = (tensor: tf.Tensor): tf.Tensor[] =>
  tensor.shape[0] === 1 ? [tf.reshape(tensor, tensor.shape.slice(1))] : tf.unstack(tensor);

/** Weights [K, inputs, units] beside each other: [inputs, K * units]. */
function abreast(weights: tf.Tensor3D): tf.Tensor2D {
  const [runs, inputs, units] = weights.shape;
  return tf.reshape(tf.transpose(weights, [1, 0, 2]), [inputs, runs * units]);
}

/** Rows of all runs beside each other, of [..., K * units], as rows of each run: [K, rows, units]. */
function runsFirst(rows: tf.Tensor, runs: number): tf.Tensor3D {
  const units = rows.shape.at(-1)! / runs;
  return tf.transpose(tf.reshape(rows, [-1, runs, units]), [1, 0, 2]);
}
