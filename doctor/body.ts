/** What is read of an answer: nothing that the doctor asks for is long, and some of what answers has no end. */
const MOST_MB = 5;

export async function textOf({ body }: Response): Promise<string> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let [text, read] = ['', 0];
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    read += part.value.length;
    if (read > MOST_MB * 1_000_000) {
      await reader?.cancel();
      throw new Error(`it answered with more than ${MOST_MB} MB, of which no more is read`);
    }
    text += decoder.decode(part.value, { stream: true });
  }
  return text + decoder.decode();
}

/** Undefined where it is no JSON. */
export async function jsonOf(response: Response): Promise<unknown> {
  const text = await textOf(response);
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
