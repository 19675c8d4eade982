// A style sheet is taken by the build; to the compiler it is a file without exports.
declare module "*.css";
