import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import * as tf from "@tensorflow/tfjs-core";

/**
 * The kernels on WebAssembly that convolutional networks are trained with: tfjs has none for the gradient of a convolution
 * by its filters, and its others take four times as long. Strides are 1, nothing is padded, and pools do not overlap.
 */
export function registerWasmKernels(): void {
  const register = (kernelName: string, kernelFunc: tf.KernelFunc) => {
    if (tf.getKernel(kernelName, "wasm")) tf.unregisterKernel(kernelName, "wasm");
    tf.registerKernel({ kernelName, backendName: "wasm", kernelFunc });
  };
  register(tf.Conv2DBackpropFilter, ({ inputs: { x, dy } }) =>
    filterGradient(x as tf.Tensor4D, dy as tf.Tensor4D),
  );
  register(tf.Conv2DBackpropInput, ({ inputs: { dy, filter } }) =>
    imageGradient(dy as tf.Tensor4D, filter as tf.Tensor4D),
  );
  register(tf.MaxPoolGrad, ({ inputs: { input, output, dy }, backend, attrs }) => {
    const wasm = backend as BackendWasm;
    const gradient = wasm.makeOutput(input!.shape, "float32");
    const [seen, largest, slope, target] = [input!, output!, dy!, gradient].map(
      (info) => wasm.typedArrayFromHeap(info) as Float32Array,
    );
    const size = (attrs as unknown as { readonly filterSize: number }).filterSize;
    poolGradient(seen!, largest!, slope!, target!, input!.shape, size);
    return gradient;
  });
}

/**
 * What each filter saw, weighed by what came of it: a convolution again, in which images' samples take the part of channels,
 * and `dy` [B, h', w', out] that of filters. Shape [size, size, in, out].
 */
const filterGradient = (images: tf.Tensor4D, dy: tf.Tensor4D): tf.Tensor4D =>
  tf.tidy(() => {
    const filters = tf.transpose<tf.Tensor4D>(dy, [1, 2, 0, 3]);
    const seen = tf.conv2d(tf.transpose<tf.Tensor4D>(images, [3, 1, 2, 0]), filters, 1, "valid");
    return tf.transpose(seen, [1, 2, 0, 3]);
  });

/** A convolution of `dy` with a margin, by the filters turned by half a circle: shape [B, h, w, in]. */
const imageGradient = (dy: tf.Tensor4D, filters: tf.Tensor4D): tf.Tensor4D =>
  tf.tidy(() => {
    const [rows, columns] = [filters.shape[0] - 1, filters.shape[1] - 1];
    const wide = tf.pad(dy, [
      [0, 0],
      [rows, rows],
      [columns, columns],
      [0, 0],
    ]) as tf.Tensor4D;
    return tf.conv2d(wide, tf.transpose<tf.Tensor4D>(tf.reverse(filters, [0, 1]), [0, 1, 3, 2]), 1, "valid");
  });

/** Hands each pool's gradient to its largest input, the first of equals. All arrays are images, row by row. */
function poolGradient(
  input: Float32Array,
  output: Float32Array,
  dy: Float32Array,
  gradient: Float32Array,
  [samples = 0, height = 0, width = 0, channels = 0]: readonly number[],
  size: number,
): void {
  const [rows, columns] = [Math.floor(height / size), Math.floor(width / size)];
  gradient.fill(0);
  let pool = 0;
  for (let sample = 0; sample < samples; sample++)
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++) {
        const corner = ((sample * height + row * size) * width + column * size) * channels;
        for (let channel = 0; channel < channels; channel++, pool++) {
          const largest = output[pool]!;
          let [at, i] = [corner + channel, 0];
          // The last where none is equal, since one is not a number.
          while (input[at] !== largest && ++i < size * size)
            at = corner + channel + (Math.floor(i / size) * width + (i % size)) * channels;
          gradient[at] = dy[pool]!;
        }
      }
}
