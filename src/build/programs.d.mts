/** The path of a browser; throws a sentence where there is none. */
export function browser(): string;

/** The path of LibreOffice, where it is on the machine. */
export function libreOffice(): string | undefined;
