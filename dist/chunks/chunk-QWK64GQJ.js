function t(e){switch(e){case"100755":return"executable";case"120000":return"symlink";case"160000":return"submodule";default:return"file"}}export{t as a};
