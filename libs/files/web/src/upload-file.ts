import { localePrefix, type PageLocale } from '@kundig/web-kit';

/** What a file is for; who may hand it in and who may read it follows from that. */
export type FilePurpose = 'post' | 'portrait' | 'article' | 'site';

/** A file the server has taken in. */
export interface UploadedFile {
  id: string;
  /** Path, as texts and settings keep it. */
  url: string;
  kind: 'image' | 'pdf' | 'text';
  /** In pixels; null for downloads. */
  width: number | null;
  height: number | null;
  bytes: number;
}

export interface UploadOptions {
  locale: PageLocale;
  /** Token of the session, from `usePageRuntime`. */
  formToken: string | undefined;
  /** Told how much is on its way, from 0 to 1. */
  onProgress?(share: number): void;
  signal?: AbortSignal;
  /** What is to become of places in a text file that may be nobody's to read, once asked. */
  leaks?: LeakAnswer;
}

/** Neutral words take the place of what was found, or it stays. */
export type LeakAnswer = 'hide' | 'leave';

/** The server took no file; the message is in words for the person, empty where the server could not be reached. */
export class UploadRefused extends Error {
  /** @param field `leaks` where the message is a question to be answered */
  constructor(
    message: string,
    readonly field?: string,
  ) {
    super(message);
  }
}

/**
 * Hands in one file.
 * @throws UploadRefused
 */
export function uploadFile(file: Blob, purpose: FilePurpose, options: UploadOptions): Promise<UploadedFile> {
  const { locale, formToken, onProgress, signal, leaks } = options;
  return new Promise((resolve, reject) => {
    // `fetch` does not tell how much of a body has left.
    const request = new XMLHttpRequest();
    const query = new URLSearchParams({ purpose, ...(leaks && { leaks }) });
    request.open('POST', `${localePrefix(locale)}/files?${query.toString()}`);
    if (formToken) request.setRequestHeader('x-kundig-form', formToken);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(loaded / total);
    request.onload = () => {
      const answer = request.response as (UploadedFile & { message?: string; field?: string }) | null;
      if (request.status === 201 && answer) resolve(answer);
      else reject(new UploadRefused(answer?.message ?? '', answer?.field));
    };
    request.onerror = request.onabort = () => reject(new UploadRefused(''));
    signal?.addEventListener('abort', () => request.abort());
    const body = new FormData();
    body.append('file', file, 'file'); // its name stays here
    request.send(body);
  });
}
