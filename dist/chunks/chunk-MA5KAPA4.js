var e=["yaml","schema","semantics","catalogue","secrets","policy"];export{e as a};
