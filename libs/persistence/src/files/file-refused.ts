/** Why a file is not taken; each has a Vietnamese sentence in the API. */
export type FileRefusal =
  | 'file.empty'
  | 'file.too_large'
  | 'file.too_many'
  | 'file.no_room'
  | 'file.name_unusable'
  | 'file.type_refused'
  | 'file.content_mismatch'
  | 'file.has_macros'
  | 'file.infected'
  | 'file.not_scanned';

/** A file is not taken; nothing of it is kept. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
  readonly code: FileRefusal;

  constructor(code: FileRefusal, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
  }
}
