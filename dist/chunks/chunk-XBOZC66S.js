var e=["yaml","schema","catalogue","secrets","policy"];export{e as a};
