import { isSurfaceSpec, surfaceOf, type ExperimentSpec, type NetworkSpec, type SurfaceSpec } from "../spec";
import type { OptimizerCode } from "./code";
import { toFloat } from "./float";
import { comment, commented, indented } from "./layout";
import { omissions } from "./surface-code";

/** What runs an optimizer: on a surface the very experiment, for a network comments that say how. */
export type Example = { readonly opening: readonly string[]; readonly lines: readonly string[] };

/** PyTorch's. */
export function torchExample(spec: ExperimentSpec, code: OptimizerCode): Example {
  const told = code.reports && isSurfaceSpec(spec) ? "loss(*optimizer.iterate()[0])" : "value";
  const loop = (value: string) => [
    `value = ${value}`,
    "optimizer.zero_grad()",
    "value.backward()",
    ...code.before,
    code.readsLoss ? `optimizer.step(${told}.item())` : "optimizer.step()",
    ...code.after,
  ];
  if (!isSurfaceSpec(spec))
    return {
      opening: comment(`For your model, as the page trains its own: ${networkWords(spec)}.`),
      lines: [
        "parameters = list(model.parameters())",
        ...code.setUp,
        ...comment(`Then, for each mini-batch of ${spec.batch}:`),
        ...commented(indented(loop("loss(model(inputs), targets)"))),
        ...(code.reports ? comment("Before testing, copy optimizer.iterate() into the parameters.") : []),
      ],
    };
  return {
    opening: comment(`${surfaceWords(spec)}; needs PyTorch 2.6 or later.`),
    lines: [
      `theta = torch.tensor([${spec.start.map(toFloat).join(", ")}], dtype=torch.float64, requires_grad=True)`,
      "parameters = [theta]",
      ...code.setUp,
      ...omissions(spec),
      `for _ in range(${spec.steps}):`,
      ...indented(loop("loss(*theta)")),
      `x, y = ${code.reports ? "optimizer.iterate()[0]" : "theta.detach()"}`,
      "print(float(x), float(y), float(loss(x, y)))",
    ],
  };
}

/** Keras's. */
export function kerasExample(spec: ExperimentSpec, code: OptimizerCode): Example {
  if (!isSurfaceSpec(spec))
    return {
      opening: comment(`For your model, as the page trains its own: ${networkWords(spec)}.`),
      lines: [
        ...code.setUp,
        ...(code.readsLoss
          ? comment("In a training loop of your own, call optimizer.loss_t.assign(loss) before each step.")
          : commented([
              'model.compile(optimizer=optimizer, loss="sparse_categorical_crossentropy")',
              `model.fit(images, labels, batch_size=${spec.batch}, epochs=${spec.epochs})`,
            ])),
        ...(code.reports ? comment("Before testing, assign optimizer.iterate() to the variables.") : []),
      ],
    };
  const at = code.reports
    ? ["x, y = optimizer.iterate()[0][0], optimizer.iterate()[0][1]"]
    : ["x, y = theta[0], theta[1]"];
  return {
    opening: [
      ...comment(`${surfaceWords(spec)}; Keras 3 on any backend.`),
      ...comment("On JAX, float64 also needs the environment variable JAX_ENABLE_X64=1."),
    ],
    lines: [
      'keras.config.set_floatx("float64")',
      `theta = keras.Variable([${spec.start.map(toFloat).join(", ")}], dtype="float64")`,
      ...code.setUp,
      "optimizer.build([theta])",
      ...omissions(spec),
      `for _ in range(${spec.steps}):`,
      ...indented([
        ...(code.readsLoss ? [...at, "optimizer.loss_t.assign(loss(x, y))"] : []),
        "optimizer.apply([gradient(theta[0], theta[1])], [theta])",
      ]),
      ...at,
      "print(float(x), float(y), float(loss(x, y)))",
    ],
  };
}

const surfaceWords = (spec: SurfaceSpec) =>
  `${surfaceOf(spec).name} from (${spec.start.join(", ")}), ${spec.steps} steps in float64`;

const networkWords = ({ network, hidden, batch, epochs }: NetworkSpec) =>
  `${network} with hidden layers of ${hidden.join(", ")}, mini-batches of ${batch}, ${epochs} epochs`;
