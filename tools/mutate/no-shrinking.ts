import fc from 'fast-check';

// That a law notices a change is enough: nobody reads the smallest example.
fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true });
