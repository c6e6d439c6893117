import { coversText } from './covers-text';

/**
 * The fonts a text is set in as CSS with the files inside, since a drawn picture fetches nothing. Read once for a whole
 * recording. A file that cannot be had leaves the letters to the next font of the family.
 */
export async function embedFonts(text: string, family: string, signal: AbortSignal): Promise<string> {
  const letters = new Set([...text].map((letter) => letter.codePointAt(0) ?? 0));
  const faces = listFaces().filter(({ style }) => {
    const isUsed = family.includes(style.getPropertyValue('font-family').replaceAll(/["']/g, ''));
    return isUsed && coversText(style.getPropertyValue('unicode-range'), letters);
  });
  const rules = await Promise.all(faces.map((face) => embedFace(face, signal)));
  signal.throwIfAborted();
  return rules.join('\n');
}

function listFaces(): CSSFontFaceRule[] {
  return [...document.styleSheets].flatMap((sheet) =>
    // Sheets of other servers may not be read; ours are all of this one.
    sheet.href === null || new URL(sheet.href).origin === location.origin
      ? [...sheet.cssRules].filter((rule) => rule instanceof CSSFontFaceRule)
      : [],
  );
}

async function embedFace(face: CSSFontFaceRule, signal: AbortSignal): Promise<string> {
  const source = /url\(["']?([^"')]+)["']?\)/.exec(face.style.getPropertyValue('src'))?.[1];
  if (source === undefined) return '';
  const address = new URL(source, face.parentStyleSheet?.href ?? document.baseURI);
  const answer = await fetch(address, { signal }).catch(() => null);
  if (!answer?.ok) return '';
  const dataUrl = await readAsDataUrl(await answer.blob());
  const style = ['font-family', 'font-style', 'font-weight', 'unicode-range']
    .map((name) => `${name}: ${face.style.getPropertyValue(name)};`)
    .join(' ');
  return `@font-face { ${style} src: url("${dataUrl}") format("woff2"); }`;
}

function readAsDataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => {
      resolve(typeof reader.result === 'string' ? reader.result : '');
    });
    reader.addEventListener('error', () => {
      reject(reader.error ?? new Error('a font could not be read'));
    });
    reader.readAsDataURL(blob);
  });
}
