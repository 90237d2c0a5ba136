/**
 * The content security policy forbids code made from strings: zod then has to check without compiling, and without trying
 * to. Said here, where zod looks for it, because zod itself is loaded later than the first page.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
