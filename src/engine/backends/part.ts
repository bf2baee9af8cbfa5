/** A part of the engine that is loaded when it is first needed; where it does not come the visitor is told why, as far as is known. */
export async function part<T>(load: Promise<T>): Promise<T> {
  try {
    return await load;
  } catch (cause) {
    const message =
      "what trains networks could not be fetched: there is no connection, or a new version has taken the page's place, which a reload shows";
    throw new Error(message, { cause });
  }
}
