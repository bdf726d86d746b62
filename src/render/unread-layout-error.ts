import { SiteError } from '../model/diagnostic.js';

/** A page asked for a layout that could not be read, which has been told of. */
export class UnreadLayoutError extends SiteError {}
