/** A site as its authors would set it up, the element's script in its head. */
export default {
  title: "A course",
  head: [
    ["link", { rel: "icon", href: "data:," }],
    ["script", { type: "module", src: "ELEMENT_SCRIPT" }],
  ],
  vue: { template: { compilerOptions: { isCustomElement: (tag) => tag === "ravine-lab" } } },
};
